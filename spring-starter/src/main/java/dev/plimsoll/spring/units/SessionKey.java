package dev.plimsoll.spring.units;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells sessions apart without telling what would let somebody into them. Worked out when it is needed. */
final class SessionKey implements Supplier<String> {
    private static final int BYTES = 16;

    private final String id;
    private volatile @Nullable String key;

    SessionKey(String id) {
        this.id = id;
    }

    @Override
    public String get() {
        String known = key;
        if (known == null) {
            known = hash();
            key = known;
        }
        return known;
    }

    private String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
