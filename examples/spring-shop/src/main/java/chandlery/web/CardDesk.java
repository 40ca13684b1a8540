package chandlery.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The service that charges cards. Somebody else's in truth, and as quick as these are. */
@RestController
@RequestMapping("/card-service")
class CardDesk {
    private final Executor later;

    CardDesk(@Value("${shop.cards.takes}") Duration takes) {
        this.later = CompletableFuture.delayedExecutor(takes.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is to be paid for which order. */
    record Charge(long order, long cents) {}

    @PostMapping("/charges")
    CompletableFuture<Charge> charge(@RequestBody Charge charge) {
        return CompletableFuture.supplyAsync(() -> charge, later);
    }
}
