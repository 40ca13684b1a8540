package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** What a customer has ordered. */
@Entity
@Table(name = "orders")
public class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String customer;

    @OneToMany
    @JoinColumn(name = "order_id")
    private List<Line> lines = new ArrayList<>();

    protected Order() {}

    Order(String customer) {
        this.customer = customer;
    }

    List<Line> lines() {
        return lines;
    }
}
