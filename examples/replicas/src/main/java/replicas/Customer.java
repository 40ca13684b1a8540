package replicas;

import java.util.Random;

/**
 * Somebody who looks at one page after the other, each of them three requests, and places an order at every third. Does one thing at
 * a time.
 */
final class Customer {
    /** Requests from one order to the next. */
    private static final int ROUND = 10;

    private static final int REQUESTS_OF_PAGE = 3;
    private static final int VISIT = 3 * ROUND;
    private static final int LOADING_MILLIS = 10;
    private static final int LONGEST_THOUGHT_MILLIS = 2_000;

    private final int number;
    private final Random random;
    private int request;
    private int requests;
    private int lastTried;
    private int lastOrder;
    private long orderedAt;
    private boolean hasOrdered;

    Customer(int number) {
        this.number = number;
        this.random = new Random(number);
        this.request = random.nextInt(ROUND);
    }

    int number() {
        return number;
    }

    /** What the customer asks for now. */
    Request next() {
        requests++;
        request = (request + 1) % ROUND;
        if (request == 0) {
            return Request.ORDER;
        }
        return isPageOpened() ? Request.ORDERS : Request.WIDGETS;
    }

    /** Right after an order the customer is shown their orders; before they open another page they think. */
    int pauseMillis() {
        if (request == 0) {
            return 0;
        }
        return request % REQUESTS_OF_PAGE == 0 ? random.nextInt(LONGEST_THOUGHT_MILLIS) : LOADING_MILLIS;
    }

    private boolean isPageOpened() {
        return request % REQUESTS_OF_PAGE == 1;
    }

    /** Has seen enough; somebody else comes. */
    boolean leaves() {
        return requests >= VISIT;
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
