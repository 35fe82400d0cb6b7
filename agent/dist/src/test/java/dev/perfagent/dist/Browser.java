package dev.perfagent.dist;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Debian's Chromium without a screen, and what tests ask of a page in it. */
final class Browser implements AutoCloseable {
    static final String DRIVER = "/usr/bin/chromedriver";
    private static final String CHROMIUM = "/usr/bin/chromium";

    /** Held, so that its level stays: it warns of each browser that is newer than Selenium. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private final String axe = resource("/axe.min.js");

    /** @param profile where it keeps its files */
    Browser(Path profile) {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--window-size=1280,1000",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", Map.of("performance", "ALL", "browser", "ALL"));
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(DRIVER))
                        .withSilent(true)
                        .build(),
                options);
    }

    void open(String address) {
        driver.get(address);
    }

    /** Runs a script in the page; its result is what it returns, as Java's lists, maps, texts, numbers and flags. */
    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The same, where the result is a text. */
    String text(String script, Object... arguments) {
        return String.valueOf(script(script, arguments));
    }

    /** Waits until the script returns true. */
    void await(String script, Object... arguments) {
        Wait.until(() -> Boolean.TRUE.equals(script(script, arguments)), () -> "never true: " + script);
    }

    /** What axe finds: the rule and where, for each. */
    @SuppressWarnings("unchecked") // made so by the script
    List<String> barriers() {
        script(axe);
        return (List<String>) driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run().then(found => done(found.violations.flatMap(one =>"
                + " one.nodes.map(node => one.id + ' at ' + node.target + ': ' + node.failureSummary))));");
    }

    void media(String name, String value) {
        media("", name, value);
    }

    /** @param type such as {@code print}; empty for the screen */
    void media(String type, String name, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", type, "features", List.of(Map.of("name", name, "value", value))));
    }

    /** The page as it is printed, as PDF. */
    byte[] print() {
        return Base64.getDecoder()
                .decode(String.valueOf(
                        driver.executeCdpCommand("Page.printToPDF", Map.of()).get("data")));
    }

    /** As wide as a telephone or a desk allows; headless windows have a least width, pages do not. */
    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** What pages asked for since the last question, and what they complained about. */
    List<String> log(String kind) {
        return driver.manage().logs().get(kind).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    void screenshot(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String resource(String name) {
        try (InputStream stream = Browser.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
