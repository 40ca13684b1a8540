package dev.plimsoll.route;

/**
 * A secret that signs causal tokens.
 *
 * @param id which key a token was signed with, 0 to 255
 * @param secret at least 16 characters; never printed
 */
public record TokenKey(int id, String secret) {
    @Override
    public String toString() {
        return "TokenKey[id=" + id + "]";
    }
}
