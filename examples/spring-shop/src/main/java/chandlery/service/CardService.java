package chandlery.service;

import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Charges cards, somewhere else, in its own time. */
@Component
public class CardService {
    private final RestClient client;
    private final Environment environment;

    CardService(RestClient.Builder client, Environment environment) {
        this.client = client.build();
        this.environment = environment;
    }

    /** Returns when the card has been charged. */
    public void charge(long order, long cents) {
        client.post()
                .uri(address() + "/charges")
                .body(Map.of("order", order, "cents", cents))
                .retrieve()
                .toBodilessEntity();
    }

    /** Looked up each time: where the shop charges itself, its port is not known before it is open. */
    private String address() {
        return environment.getRequiredProperty("shop.cards.url");
    }
}
