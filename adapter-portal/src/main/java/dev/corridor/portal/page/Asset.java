package dev.corridor.portal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/** What pages load. Its address contains a digest of its content, so browsers keep it for good and never use an old one. */
public enum Asset {
    STYLE("portal.css", "text/css;charset=utf-8", "/dev/corridor/portal/page/portal.css"),
    MARK("mark.svg", "image/svg+xml", "/dev/corridor/portal/page/mark.svg"),
    HTMX("htmx.js", "text/javascript;charset=utf-8", "/META-INF/resources/webjars/htmx.org/" + htmxVersion() + "/dist/htmx.min.js");

    static final String PATH = "/portal/assets/";

    private static final int DIGEST_LENGTH = 12;

    private final String name;
    private final String type;
    private final byte[] content;
    private final String digest;

    Asset(String name, String type, String resource) {
        this.name = name;
        this.type = type;
        this.content = read(resource);
        this.digest = digestOf(content);
    }

    static Optional<Asset> find(String digest, String name) {
        return Arrays.stream(values()).filter(asset -> asset.digest.equals(digest) && asset.name.equals(name)).findAny();
    }

    public String path() {
        return PATH + digest + "/" + name;
    }

    String type() {
        return type;
    }

    byte[] content() {
        return content;
    }

    private static String htmxVersion() {
        try (var stream = open("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
            var properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String resource) {
        try (var stream = open(resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        var stream = Asset.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException("the jar lacks " + resource);
        }
        return stream;
    }

    private static String digestOf(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
