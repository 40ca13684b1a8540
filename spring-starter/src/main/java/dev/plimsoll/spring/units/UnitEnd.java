package dev.plimsoll.spring.units;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Runs once an asynchronous request is over, however it ends. */
final class UnitEnd implements AsyncListener {
    private final Runnable end;

    UnitEnd(Runnable end) {
        this.end = end;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // completion follows
    }

    @Override
    public void onError(AsyncEvent event) {
        // completion follows
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
