package dev.plimsoll.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window. What it shows at interesting moments is kept in target/screenshots. */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Chromium's executable, if it is installed along with its driver. */
    static Optional<File> executable() {
        return driverExecutable()
                .flatMap(driver -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .flatMap(name -> onPath(name).stream())
                        .findFirst());
    }

    private static Optional<File> driverExecutable() {
        return onPath("chromedriver");
    }

    private static Optional<File> onPath(String name) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(directory -> new File(directory, name))
                .filter(File::canExecute)
                .findFirst();
    }

    static Browser open() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(executable().orElseThrow());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1400,1000");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverExecutable().orElseThrow())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    void go(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String text(String selector) {
        return String.valueOf(evaluate("return document.querySelector(arguments[0])?.innerText ?? ''", selector));
    }

    int count(String selector) {
        return find(selector).size();
    }

    List<WebElement> find(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    void type(Keys... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void type(String text) {
        new Actions(driver).sendKeys(text).perform();
    }

    /** What has the focus, by its text or label. */
    String focused() {
        return String.valueOf(evaluate("const at = document.activeElement;"
                + " return at.getAttribute('aria-label') ?? at.id + ' ' + at.innerText"));
    }

    Object evaluate(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object evaluateLater(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    long number(String script) {
        return evaluate("return " + script) instanceof Number number ? number.longValue() : -1;
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefer(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** Requests to these addresses fail from now on, others pass. */
    void block(String... patterns) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(patterns)));
    }

    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the console was told since it was asked last. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
