package chandlery;

import static org.assertj.core.api.Assertions.assertThat;

import chandlery.web.Visitor;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Requests of one customer on the test's own thread, so that what they execute is the test's. */
final class Visit {
    /** Came often: has some forty orders. */
    private static final long CUSTOMER = 7;

    private final MockMvc shop;

    Visit(MockMvc shop) {
        this.shop = shop;
    }

    String get(String path) throws Exception {
        return ok(MockMvcRequestBuilders.get(path)).getContentAsString();
    }

    /** Where the answer leads. */
    String post(String path) throws Exception {
        String location = answer(MockMvcRequestBuilders.post(path)).getHeader("Location");
        assertThat(location).isNotNull();
        return location;
    }

    String send(String path, String content) throws Exception {
        return ok(MockMvcRequestBuilders.post(path).content(content)).getContentAsString();
    }

    private MockHttpServletResponse ok(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer;
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return shop.perform(request.sessionAttr(Visitor.CUSTOMER, CUSTOMER))
                .andReturn()
                .getResponse();
    }
}
