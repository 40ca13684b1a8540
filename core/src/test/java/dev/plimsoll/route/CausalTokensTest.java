package dev.plimsoll.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CausalTokensTest {
    private static final TokenKey NEW = new TokenKey(200, "the key that signs today");
    private static final TokenKey OLD = new TokenKey(6, "the key that signed before");
    private static final Epoch HERE = new Epoch(-42, 3);
    private static final Bookmark BOOKMARK = new Bookmark(HERE, 1234);
    private static final long TIME = 1_800_000_000L;

    private final CausalTokens tokens = new CausalTokens(List.of(NEW, OLD), () -> HERE);
    private final String token = tokens.sign(BOOKMARK, "ann", TIME);

    @Test
    void aTokenComesBackAsTheBookmarkItWasMadeOf() {
        assertThat(token).matches("[A-Za-z0-9_-]{67,68}");
        assertThat(tokens.verify(token, "ann", TIME + 300, 1234)).isEqualTo(BOOKMARK);
    }

    @Test
    void aTokenOfTheKeyBeforeIsStillAccepted() {
        String old = new CausalTokens(List.of(OLD), () -> HERE).sign(BOOKMARK, "ann", TIME);
        assertThat(tokens.verify(old, "ann", TIME, 1234)).isEqualTo(BOOKMARK);
    }

    @Test
    void aTokenOfAnUnknownKeyIsForged() {
        refused(
                new CausalTokens(List.of(new TokenKey(9, "somebody else's")), () -> HERE).sign(BOOKMARK, "ann", TIME),
                InvalidTokenException.Reason.FORGED);
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            refused(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                    i == 0 ? InvalidTokenException.Reason.MALFORMED : InvalidTokenException.Reason.FORGED);
            bytes[i] ^= 1;
        }
        assertThat(tokens.rejected()).containsEntry(InvalidTokenException.Reason.FORGED, bytes.length - 1L);
    }

    @Test
    void whatIsNoTokenIsMalformed() {
        for (String text : List.of("", "x", "a b", "\u00e9", token + "AAAA", token.substring(4))) {
            refused(text, InvalidTokenException.Reason.MALFORMED);
        }
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        refused(tokens.sign(BOOKMARK, "bob", TIME), InvalidTokenException.Reason.WRONG_AUDIENCE);
    }

    @Test
    void aTokenThatIsTooOldOrFromTheFutureIsRefused() {
        refused(tokens.sign(BOOKMARK, "ann", TIME - 301), InvalidTokenException.Reason.EXPIRED);
        refused(tokens.sign(BOOKMARK, "ann", TIME + 31), InvalidTokenException.Reason.EXPIRED);
    }

    // T60
    @Test
    void aTokenThatDemandsWhatThePrimaryIsFarFromIsRefused() {
        refused(tokens.sign(new Bookmark(HERE, 1235), "ann", TIME), InvalidTokenException.Reason.IMPLAUSIBLE);
    }

    @Test
    void aTokenOfAnotherClusterIsRefused() {
        refused(
                tokens.sign(new Bookmark(new Epoch(43, 3), 1), "ann", TIME),
                InvalidTokenException.Reason.OTHER_CLUSTER);
    }

    private void refused(String other, InvalidTokenException.Reason reason) {
        assertThatThrownBy(() -> tokens.verify(other, "ann", TIME, 1234))
                .isInstanceOfSatisfying(
                        InvalidTokenException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void withoutAKeyThereAreNoTokens() {
        CausalTokens none = new CausalTokens(List.of(), () -> HERE);
        assertThatThrownBy(() -> none.sign(BOOKMARK, "ann", TIME)).hasMessageContaining("token-keys");
        refused(token.substring(1) + "A", InvalidTokenException.Reason.MALFORMED);
    }

    // T3
    @Test
    void aReaderOfAnotherProcessDoesNotMissWhatTheTokenStandsFor() {
        RouteFixture here = new RouteFixture();
        RouteFixture there = new RouteFixture();
        here.allAt(100);
        there.allAt(100);
        assertThat(here.router.token(here.reader, "ann", 0)).isEmpty();
        here.router.wrote(here.reader, true);
        assertThat(here.router.token(here.reader, "ann", 0))
                .as("not resolved in time")
                .isEmpty();
        here.primaryAt(110);
        Optional<String> handed = here.router.token(here.reader, "ann", 0);
        there.router.accept(there.reader, handed.orElseThrow(), "ann");
        assertThat(there.read()).hasToString("primary (pinned-position)");
        there.replayed(there.two, 110);
        assertThat(there.read()).hasToString("two (proven-read)");
    }

    @Test
    void aRefusedTokenIsCountedAndChangesNothing() {
        RouteFixture it = new RouteFixture();
        it.allAt(100);
        assertThatThrownBy(() -> it.router.accept(it.reader, "nonsense", "ann"))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessage("The causal token is refused: it is not a token of this version.");
        assertThat(it.read().replica()).isTrue();
        assertThat(it.router.statistics().rejectedTokens()).containsEntry(InvalidTokenException.Reason.MALFORMED, 1L);
    }

    @Test
    void theCookieIsForThisSiteOnly() {
        assertThat(CausalCookie.header("abc"))
                .isEqualTo("plimsoll-token=abc; Path=/; Max-Age=300; HttpOnly; Secure; SameSite=Lax");
    }
}
