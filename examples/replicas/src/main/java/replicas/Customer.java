package replicas;

import java.util.Random;

/** Somebody who looks at widgets and at their own orders, and orders at every tenth request. Does one thing at a time. */
final class Customer {
    private static final int REQUESTS = 10;
    private static final int LONGEST_PAUSE_MILLIS = 800;

    private final int number;
    private final Random random;
    private int request;
    private int lastTried;
    private int lastOrder;
    private long orderedAt;
    private boolean hasOrdered;

    Customer(int number) {
        this.number = number;
        this.random = new Random(number);
        this.request = random.nextInt(1, REQUESTS);
    }

    int number() {
        return number;
    }

    /** What the customer does now. */
    Request next() {
        request = (request + 1) % REQUESTS;
        if (request == 0) {
            return Request.ORDER;
        }
        return request % 2 == 1 ? Request.ORDERS : Request.WIDGETS;
    }

    /** Right after an order the customer is shown their orders; before anything else they think. */
    int pauseMillis() {
        return request == 0 ? 0 : random.nextInt(LONGEST_PAUSE_MILLIS);
    }

    /** The number of a new order. An order that has failed leaves a gap, for nobody knows what became of it. */
    int newOrder() {
        lastTried++;
        return lastTried;
    }

    int widget(int widgets) {
        return random.nextInt(widgets);
    }

    /** The order was acknowledged: from now on it must be in the list. */
    void ordered(int order) {
        lastOrder = order;
        orderedAt = System.nanoTime();
        hasOrdered = true;
    }

    /** The last order that was acknowledged; 0 if there is none. */
    int lastOrder() {
        return lastOrder;
    }

    long nanosSinceLastOrder() {
        return hasOrdered ? System.nanoTime() - orderedAt : Long.MAX_VALUE;
    }

    /** What a customer can ask for. */
    enum Request {
        /** Places an order. */
        ORDER("POST /orders"),
        /** Their last orders. */
        ORDERS("GET /orders"),
        /** A page of the catalogue. */
        WIDGETS("GET /widgets");

        private final String path;

        Request(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }
}
