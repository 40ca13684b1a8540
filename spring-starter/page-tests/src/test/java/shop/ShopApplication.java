package shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The shop's web pages. */
@SpringBootApplication
@RestController
public class ShopApplication {
    private static final int CUSTOMERS = 25;

    private final Orders orders;

    ShopApplication(Orders orders) {
        this.orders = orders;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }

    @GetMapping("/orders")
    int orders() {
        return orders.countLines();
    }

    @GetMapping("/search/{many}")
    int search(@PathVariable int many) {
        return orders.search(many);
    }

    /** Each customer in a transaction of his own. */
    @GetMapping("/import")
    int takeOver() {
        for (int i = 0; i < CUSTOMERS; i++) {
            orders.save("imported " + i);
        }
        return CUSTOMERS;
    }

    @GetMapping("/pay")
    String pay() throws InterruptedException {
        orders.pay();
        return "paid";
    }
}
