package chandlery.broken;

import chandlery.service.PartnerOrder;
import chandlery.web.Visitor;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.SessionAttribute;

/** Looks like the pages of the shop. */
@Controller
@RequestMapping("/broken")
class BrokenPages {
    private final BrokenCatalogue catalogue;
    private final BrokenOrderHistory history;
    private final BrokenPayment payment;
    private final BrokenImport partnerImport;
    private final BrokenOffice office;

    BrokenPages(
            BrokenCatalogue catalogue,
            BrokenOrderHistory history,
            BrokenPayment payment,
            BrokenImport partnerImport,
            BrokenOffice office) {
        this.catalogue = catalogue;
        this.history = history;
        this.payment = payment;
        this.partnerImport = partnerImport;
        this.office = office;
    }

    @GetMapping("/catalogue")
    String catalogue(@RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("products", catalogue.after(after));
        return "broken/catalogue";
    }

    @GetMapping("/orders")
    String orders(@SessionAttribute(Visitor.CUSTOMER) long customer, Model model) {
        model.addAttribute("orders", history.of(customer));
        return "orders";
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

    @GetMapping("/takings")
    String takings(Model model) {
        model.addAttribute("takings", office.takings());
        return "takings";
    }

    @GetMapping("/harbours/{harbour}")
    String harbour(@PathVariable String harbour, Model model) {
        model.addAttribute("harbour", harbour);
        model.addAttribute("orders", office.latestOf(harbour));
        return "harbour";
    }

    @GetMapping("/bought-together")
    String boughtTogether(Model model) {
        model.addAttribute("pairings", office.boughtTogether());
        return "bought-together";
    }
}
