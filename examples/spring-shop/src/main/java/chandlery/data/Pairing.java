package chandlery.data;

/** Two products, and how often they were bought by the same customer. */
public record Pairing(String one, String other, long times) {}
