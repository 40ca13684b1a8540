package chandlery.data;

/** A product with what is left of it. */
public record ProductSheet(long id, String name, long cents, int pieces) {}
