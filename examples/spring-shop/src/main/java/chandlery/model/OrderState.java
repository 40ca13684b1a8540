package chandlery.model;

/** How far an order is. */
public enum OrderState {
    PLACED,
    /** The card service has been asked, or is about to be. */
    PAYING,
    PAID
}
