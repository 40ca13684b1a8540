package chandlery.web;

import chandlery.service.Catalogue;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What there is to buy. */
@Controller
class CataloguePages {
    private final Catalogue catalogue;

    CataloguePages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue")
    String catalogue(@RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("products", catalogue.after(after));
        return "catalogue";
    }

    @GetMapping("/products/{id}")
    String product(@PathVariable long id, Model model) {
        model.addAttribute(
                "product", catalogue.product(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("opinions", catalogue.opinions(id));
        return "product";
    }
}
