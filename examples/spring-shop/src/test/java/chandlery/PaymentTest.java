package chandlery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.junit.ExpectStatements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While the card service takes its time, a transaction is open or it is not. */
@OpenShop
@ExpectNoFindings
class PaymentTest {
    @Autowired
    private Visit visit;

    @Autowired
    private Findings findings;

    @Test
    void aTransactionThatWaitsForTheCardServiceIsFound() throws Exception {
        visit.post("/broken/orders/4900/payment");
        await().untilAsserted(() -> assertThat(findings.of("idle-in-transaction"))
                .extracting(Finding::callSite)
                .anyMatch(place -> place.startsWith("chandlery.service.CardService.charge")));
    }

    @Test
    @ExpectStatements(exactly = 4)
    void twoShortTransactionsLeaveTheDatabaseAloneMeanwhile() throws Exception {
        visit.post("/orders/4901/payment");
        assertThat(findings.of("idle-in-transaction"))
                .extracting(finding -> String.valueOf(finding.unit()))
                .noneMatch(unit -> unit.equals("POST /orders/{id}/payment"));
    }
}
