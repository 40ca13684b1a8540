package chandlery.data;

import chandlery.model.Customer;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Everybody who has ever bought something. */
public interface Customers extends JpaRepository<Customer, Long> {

    @Query("select c.id from Customer c where c.harbour = :harbour")
    List<Long> idsIn(String harbour);
}
