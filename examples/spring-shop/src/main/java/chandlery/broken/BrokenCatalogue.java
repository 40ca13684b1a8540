package chandlery.broken;

import chandlery.data.Products;
import chandlery.model.Product;
import chandlery.service.Catalogue;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands entities to the page, which asks them for their reviews when the transaction is long over. */
@Service
@Transactional(readOnly = true)
public class BrokenCatalogue {
    private final Products products;

    BrokenCatalogue(Products products) {
        this.products = products;
    }

    public List<Product> after(String name) {
        return products.findByNameGreaterThanOrderByName(name, Catalogue.PAGE);
    }
}
