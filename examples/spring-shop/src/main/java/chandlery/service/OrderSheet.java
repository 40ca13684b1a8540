package chandlery.service;

import chandlery.model.Order;
import chandlery.model.OrderLine;
import chandlery.model.OrderState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** An order on a page. */
public record OrderSheet(long id, LocalDate day, OrderState state, long cents, List<Line> lines) {

    /** One position. */
    public record Line(String title, int pieces, long cents) {
        private static Line of(OrderLine line) {
            return new Line(line.title(), line.pieces(), line.cents());
        }
    }

    /** With its lines, which are loaded now if they were not before. */
    public static OrderSheet of(Order order) {
        return new OrderSheet(
                order.id(),
                day(order),
                order.state(),
                order.cents(),
                order.lines().stream().map(Line::of).toList());
    }

    /** Without its lines. */
    public static OrderSheet summary(Order order) {
        return new OrderSheet(order.id(), day(order), order.state(), order.cents(), List.of());
    }

    private static LocalDate day(Order order) {
        return LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC);
    }
}
