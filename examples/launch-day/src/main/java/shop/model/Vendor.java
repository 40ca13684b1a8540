package shop.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A maker of widgets who sells them through the shop. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Vendor {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private long id;

    @Column(unique = true)
    private String name;

    protected Vendor() {}

    public Vendor(String name) {
        this.name = name;
    }
}
