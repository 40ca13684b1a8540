package chandlery.data;

/** What has been ordered so far. */
public record Takings(long orders, long cents) {}
