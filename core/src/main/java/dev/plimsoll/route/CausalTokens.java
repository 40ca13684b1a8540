package dev.plimsoll.route;

import dev.plimsoll.route.InvalidTokenException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs bookmarks for other processes, and checks what comes back: version, key, hash of the cluster, timeline, position, time in
 * seconds, hash of the audience, and the first half of an HMAC-SHA256 over all these, as base64url. Safe for use by many threads.
 */
final class CausalTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte VERSION = 1;
    private static final int HASH_BYTES = 8;
    private static final int BODY_BYTES = 2 + HASH_BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES + HASH_BYTES;
    private static final int MAC_BYTES = 16;
    /** Clocks of two machines may differ by so much. */
    private static final long SKEW_SECONDS = 30;

    private final List<Key> keys;
    private final Supplier<@Nullable Epoch> present;
    private final Map<Reason, LongAdder> rejected = new EnumMap<>(Reason.class);

    private record Key(byte id, SecretKeySpec secret) {}

    /**
     * @param keys the first signs, all are accepted
     * @param present the epoch of the cluster at hand, null while it is not known
     */
    CausalTokens(List<TokenKey> keys, Supplier<@Nullable Epoch> present) {
        this.keys = keys.stream()
                .map(key -> new Key((byte) key.id(), new SecretKeySpec(bytes(key.secret()), ALGORITHM)))
                .toList();
        this.present = present;
        for (Reason reason : Reason.values()) {
            rejected.put(reason, new LongAdder());
        }
    }

    /**
     * @param audience whom the token is for, so that it is of no use to another: a user's session, a service
     * @param epochSeconds the time
     */
    String sign(Bookmark bookmark, String audience, long epochSeconds) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("causal tokens need a key: plimsoll.token-keys is empty");
        }
        Key key = keys.get(0);
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .put(VERSION)
                .put(key.id())
                .put(hash(Long.toString(bookmark.epoch().cluster())))
                .putInt(bookmark.epoch().timeline())
                .putLong(bookmark.position())
                .putInt((int) epochSeconds)
                .put(hash(audience))
                .array();
        byte[] token = Arrays.copyOf(body, BODY_BYTES + MAC_BYTES);
        System.arraycopy(mac(key, body), 0, token, BODY_BYTES, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The bookmark that was signed.
     *
     * @param highestPlausiblePosition a greater position is refused, lest it keep its reader off all replicas
     * @throws InvalidTokenException if it is to be refused
     */
    Bookmark verify(String token, String audience, long nowSeconds, long highestPlausiblePosition) {
        byte[] bytes = decoded(token);
        checkSignature(bytes);
        ByteBuffer body = ByteBuffer.wrap(bytes, 2, BODY_BYTES - 2);
        byte[] cluster = new byte[HASH_BYTES];
        byte[] intended = new byte[HASH_BYTES];
        body.get(cluster);
        int timeline = body.getInt();
        long position = body.getLong();
        long age = nowSeconds - Integer.toUnsignedLong(body.getInt());
        body.get(intended);
        check(Arrays.equals(intended, hash(audience)), Reason.WRONG_AUDIENCE);
        check(age <= CausalCookie.LIFETIME.toSeconds() && age >= -SKEW_SECONDS, Reason.EXPIRED);
        Epoch here = present.get();
        check(here != null && Arrays.equals(cluster, hash(Long.toString(here.cluster()))), Reason.OTHER_CLUSTER);
        check(position >= 0 && position <= highestPlausiblePosition, Reason.IMPLAUSIBLE);
        return new Bookmark(new Epoch(here == null ? 0 : here.cluster(), timeline), position);
    }

    private byte[] decoded(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) { // a token comes from outside: whatever it is, it is no error of ours
            throw refused(Reason.MALFORMED);
        }
        check(bytes.length == BODY_BYTES + MAC_BYTES && bytes[0] == VERSION, Reason.MALFORMED);
        return bytes;
    }

    private void checkSignature(byte[] token) {
        byte[] body = Arrays.copyOf(token, BODY_BYTES);
        byte[] signature = Arrays.copyOfRange(token, BODY_BYTES, BODY_BYTES + MAC_BYTES);
        boolean genuine = false;
        for (Key key : keys) {
            if (key.id() == token[1]) {
                genuine |= MessageDigest.isEqual(signature, Arrays.copyOf(mac(key, body), MAC_BYTES));
            }
        }
        check(genuine, Reason.FORGED);
    }

    private void check(boolean right, Reason otherwise) {
        if (!right) {
            throw refused(otherwise);
        }
    }

    private InvalidTokenException refused(Reason reason) {
        LongAdder count = rejected.get(reason);
        if (count != null) {
            count.increment();
        }
        return new InvalidTokenException(reason);
    }

    /** How many tokens were refused, by reason; without the reasons that refused none. */
    Map<Reason, Long> rejected() {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        rejected.forEach((reason, count) -> {
            if (count.sum() > 0) {
                counts.put(reason, count.sum());
            }
        });
        return counts;
    }

    private static byte[] mac(Key key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.secret());
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java runtime", e);
        }
    }

    private static byte[] hash(String text) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes(text)), HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
