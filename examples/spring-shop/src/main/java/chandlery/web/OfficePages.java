package chandlery.web;

import chandlery.service.Office;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the owner wants to know. */
@Controller
class OfficePages {
    private final Office office;

    OfficePages(Office office) {
        this.office = office;
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
