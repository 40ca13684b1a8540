package chandlery.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How many pieces of a product are in the cellar; never less than none. */
@Entity
@Table(name = "stock")
@SuppressWarnings("UnusedVariable") // queries name the fields
public class Stock {
    @Id
    @Column(name = "product_id")
    private long product;

    private int pieces;

    protected Stock() {}
}
