package chandlery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chandlery.service.PartnerImport;
import chandlery.service.PartnerOrder;
import chandlery.web.Visitor;
import dev.plimsoll.junit.ExpectFindings;
import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.junit.ScaleCheck;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A customer who orders more does not cost more statements. */
@OpenShop
@ExpectNoFindings
class ScaleTest {
    @Autowired
    private MockMvc shop;

    @Autowired
    private PartnerImport partner;

    @Test
    void theOrdersPageDoesNotGrowWithTheOrders() throws Exception {
        page("/orders").verify(10, 100);
    }

    @Test
    @ExpectFindings(kind = "n-plus-one", min = 1)
    void theBrokenOneDoes() {
        assertThatThrownBy(() -> page("/broken/orders").verify(10, 100))
                .hasMessageContaining("The number of statements grows with the size");
    }

    private ScaleCheck page(String path) {
        return ScaleCheck.of(
                size -> partner.take(PartnerOrder.parse(PartnerFile.of(size))),
                () -> shop.perform(MockMvcRequestBuilders.get(path).sessionAttr(Visitor.CUSTOMER, 1200L)));
    }
}
