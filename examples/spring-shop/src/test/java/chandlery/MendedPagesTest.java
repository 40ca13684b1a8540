package chandlery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.junit.ExpectStatements;
import dev.plimsoll.junit.StatementKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No page overloads its database; each says how few statements it takes. */
@OpenShop
@ExpectNoFindings
class MendedPagesTest {
    @Autowired
    private Visit visit;

    @Test
    @ExpectStatements(exactly = 0)
    void theDoorAsksNothing() throws Exception {
        assertThat(visit.get("/")).contains("<h1>The Chandlery</h1>");
    }

    @Test
    @ExpectStatements(exactly = 1)
    void theCatalogueIsOneQuery() throws Exception {
        assertThat(visit.get("/catalogue")).contains("Anchor No. 110");
    }

    @Test
    @ExpectStatements(exactly = 1)
    void theCatalogueGoesOnWhereAPageEnded() throws Exception {
        assertThat(visit.get("/catalogue?after=Hawser")).contains("Hawser No. 107");
    }

    @Test
    @ExpectStatements(exactly = 2)
    void aProductIsOneQueryAndItsReviewsAre() throws Exception {
        assertThat(visit.get("/products/7")).contains("Hawser No. 107", "gale");
    }

    @Test
    @ExpectStatements(exactly = 1)
    void theOrdersOfACustomerAreOneQuery() throws Exception {
        assertThat(visit.get("/orders")).contains("<h1>Your orders</h1>", "Order 981,");
    }

    @Test
    @ExpectStatements(of = StatementKind.SELECT, exactly = 1)
    @ExpectStatements(of = StatementKind.UPDATE, exactly = 1)
    @ExpectStatements(of = StatementKind.INSERT, exactly = 2)
    void anOrderIsPlacedInFourStatements() throws Exception {
        assertThat(visit.post("/orders?product=7&pieces=2")).startsWith("/orders#");
    }

    @Test
    @ExpectStatements(of = StatementKind.SELECT, exactly = 0)
    @ExpectStatements(of = StatementKind.INSERT, exactly = 2)
    void thePartnersOrdersAreTwoBatches() throws Exception {
        assertThat(visit.send("/imports", PartnerFile.of(20))).isEqualTo("{\"orders\":20}");
    }

    @Test
    @ExpectStatements(exactly = 1)
    void theTakingsAreOneRow() throws Exception {
        assertThat(visit.get("/takings")).contains("<h1>Takings</h1>");
    }

    @Test
    @ExpectStatements(exactly = 1)
    void theLatestOrdersOfAHarbourAreOneQuery() throws Exception {
        assertThat(visit.get("/harbours/Leith")).contains("Latest orders of Leith");
    }

    @Test
    @ExpectStatements(exactly = 1)
    void theReportIsOneQuery() throws Exception {
        assertThat(visit.get("/bought-together")).contains(" times</li>");
    }
}
