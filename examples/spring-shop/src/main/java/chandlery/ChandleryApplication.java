package chandlery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Opens the shop. */
@SpringBootApplication(proxyBeanMethods = false)
public class ChandleryApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ChandleryApplication.class, arguments);
    }
}
