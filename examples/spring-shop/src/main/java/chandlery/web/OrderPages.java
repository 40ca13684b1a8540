package chandlery.web;

import chandlery.service.Checkout;
import chandlery.service.OrderHistory;
import chandlery.service.PartnerImport;
import chandlery.service.PartnerOrder;
import chandlery.service.Payment;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.SessionAttribute;

/** A customer's orders, and those that a partner sends. */
@Controller
class OrderPages {
    private final OrderHistory history;
    private final Checkout checkout;
    private final Payment payment;
    private final PartnerImport partnerImport;

    OrderPages(OrderHistory history, Checkout checkout, Payment payment, PartnerImport partnerImport) {
        this.history = history;
        this.checkout = checkout;
        this.payment = payment;
        this.partnerImport = partnerImport;
    }

    @GetMapping("/orders")
    String orders(@SessionAttribute(Visitor.CUSTOMER) long customer, Model model) {
        model.addAttribute("orders", history.of(customer));
        return "orders";
    }

    @PostMapping("/orders")
    String place(
            @SessionAttribute(Visitor.CUSTOMER) long customer, @RequestParam long product, @RequestParam int pieces) {
        return "redirect:/orders#" + checkout.place(customer, product, pieces);
    }

    @PostMapping("/orders/{id}/payment")
    String pay(@PathVariable long id) {
        payment.pay(id);
        return "redirect:/orders";
    }

    @PostMapping("/imports")
    @ResponseBody
    Map<String, Integer> take(@RequestBody String orders) {
        return Map.of("orders", partnerImport.take(PartnerOrder.parse(orders)));
    }
}
