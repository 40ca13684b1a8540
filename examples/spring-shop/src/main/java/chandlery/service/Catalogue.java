package chandlery.service;

import chandlery.data.ProductCard;
import chandlery.data.ProductSheet;
import chandlery.data.Products;
import chandlery.data.Reviews;
import chandlery.model.Review;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What there is to buy. */
@Service
@Transactional(readOnly = true)
public class Catalogue {
    public static final Limit PAGE = Limit.of(24);
    private static final Limit LATEST = Limit.of(5);

    private final Products products;
    private final Reviews reviews;

    Catalogue(Products products, Reviews reviews) {
        this.products = products;
        this.reviews = reviews;
    }

    /** A page of products by name, beginning after that name. The database counts the reviews. */
    public List<ProductCard> after(String name) {
        return products.cardsAfter(name, PAGE);
    }

    /** One product. */
    public Optional<ProductSheet> product(long id) {
        return products.sheet(id);
    }

    /** What was last said of a product. */
    public List<Opinion> opinions(long product) {
        return reviews.findByProductIdOrderByIdDesc(product, LATEST).stream()
                .map(Opinion::of)
                .toList();
    }

    /** A review on a page. */
    public record Opinion(int stars, String words) {
        private static Opinion of(Review review) {
            return new Opinion(review.stars(), review.words());
        }
    }
}
