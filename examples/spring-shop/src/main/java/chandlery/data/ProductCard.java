package chandlery.data;

/** A product as the catalogue shows it, with the number of its reviews and their average. */
public record ProductCard(long id, String name, long cents, long reviews, double stars) {}
