package chandlery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.junit.ExpectFindings;
import dev.plimsoll.junit.ExpectNoFindings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of each broken page its one mistake is found, and nothing else; and the page looks as it should. */
@OpenShop
@ExpectNoFindings
class BrokenPagesTest {
    @Autowired
    private Visit visit;

    @Test
    @ExpectFindings(kind = "n-plus-one", exactly = 1)
    void linesAreFetchedOrderByOrder() throws Exception {
        assertThat(visit.get("/broken/orders")).isEqualTo(visit.get("/orders"));
    }

    @Test
    @ExpectFindings(kind = "n-plus-one", exactly = 1)
    void thePageFetchesReviewsWhileItIsWritten() throws Exception {
        assertThat(visit.get("/broken/catalogue")).isEqualTo(visit.get("/catalogue"));
    }

    @Test
    @ExpectFindings(kind = "unbounded-result", exactly = 1)
    void allOrdersAreReadToCountThem() throws Exception {
        assertThat(visit.get("/broken/takings")).isEqualTo(visit.get("/takings"));
    }

    @Test
    @ExpectFindings(kind = "oversized-in-list", exactly = 1)
    void theNumbersOfAllCustomersAreSent() throws Exception {
        assertThat(visit.get("/broken/harbours/Leith")).isEqualTo(visit.get("/harbours/Leith"));
    }

    @Test
    @ExpectFindings(kind = "commit-per-save", exactly = 1)
    void eachOfThePartnersOrdersIsCommittedAlone() throws Exception {
        assertThat(visit.send("/broken/imports", PartnerFile.of(20))).isEqualTo("{\"orders\":20}");
    }
}
