package chandlery.service;

/** There are fewer pieces than were asked for. */
public final class OutOfStockException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfStockException(long product) {
        super("not so many of product " + product);
    }
}
