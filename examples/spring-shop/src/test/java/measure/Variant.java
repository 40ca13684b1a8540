package measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A shop to measure. */
enum Variant {
    BARE("spring-shop-bare.jar"),
    /** The bare one again: how much two of the same differ, which tells what the other figures are worth. */
    CONTROL("spring-shop-bare.jar"),
    PROD("spring-shop.jar", "--plimsoll.profile=prod"),
    /** The same again: two JVMs never compile alike. */
    PROD_AGAIN("spring-shop.jar", "--plimsoll.profile=prod"),
    DEV("spring-shop.jar");

    private final String jar;
    private final List<String> options;

    Variant(String jar, String... options) {
        this.jar = jar;
        this.options = List.of(options);
    }

    List<String> command(Path target) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms512m",
                "-Xmx512m",
                "-jar",
                target.resolve(jar).toString(),
                "--server.port=0"));
        command.addAll(options);
        return command;
    }
}
