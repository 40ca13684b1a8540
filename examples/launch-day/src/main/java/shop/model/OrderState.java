package shop.model;

/** How far an order has come. */
public enum OrderState {
    PLACED,
    /** The payment provider has been asked; if it did not answer, it is asked again for the same order. */
    PAYING,
    PAID,
    DELIVERED
}
