package chandlery.data;

import chandlery.model.Review;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** What customers think. */
public interface Reviews extends JpaRepository<Review, Long> {

    List<Review> findByProductIdOrderByIdDesc(long product, Limit limit);
}
