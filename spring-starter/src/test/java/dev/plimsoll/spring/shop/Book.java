package dev.plimsoll.spring.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** What stands on a shelf. */
@Entity
public class Book {
    @Id
    @GeneratedValue
    private Long id;
}
