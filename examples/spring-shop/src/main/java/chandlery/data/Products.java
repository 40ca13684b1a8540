package chandlery.data;

import chandlery.model.Product;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The shelves and the cellar. */
public interface Products extends JpaRepository<Product, Long> {

    List<Product> findByNameGreaterThanOrderByName(String name, Limit limit);

    @Query("""
            select new chandlery.data.ProductCard(p.id, p.name, p.cents, count(r), coalesce(avg(r.stars), 0.0))
            from Product p left join p.reviews r
            where p.name > :name
            group by p.id, p.name, p.cents
            order by p.name""")
    List<ProductCard> cardsAfter(String name, Limit limit);

    @Query("""
            select new chandlery.data.ProductSheet(p.id, p.name, p.cents, s.pieces)
            from Product p join Stock s on s.product = p.id
            where p.id = :id""")
    Optional<ProductSheet> sheet(long id);

    /** Takes pieces out of the cellar if there are so many: 1, or else 0. */
    @Modifying
    @Query("update Stock s set s.pieces = s.pieces - :pieces where s.product = :product and s.pieces >= :pieces")
    int take(long product, int pieces);
}
