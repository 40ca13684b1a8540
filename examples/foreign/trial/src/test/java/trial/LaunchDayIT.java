package trial;

import attach.ClassPath;
import attach.Program;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The shop of launch day, without a class of Plimsoll in its process. */
class LaunchDayIT extends ForeignApplicationContract {
    private static final String OPEN = "The shop is open on port ";

    @Override
    Application application() {
        return new Shop();
    }

    @Override
    List<Found> wanted() {
        return List.of(
                new Found("n-plus-one", "shop.page.OrdersPage.page"),
                new Found("n-plus-one", "shop.page.VendorSales.broken"),
                new Found("oversized-in-list", "shop.page.Search.broken"),
                new Found("row-by-row-write", "shop.page.Ageing.broken"),
                new Found("unbounded-result", "shop.page.Export.broken"),
                new Found("commit-per-save", "shop.page.Checkout.save"),
                new Found("idle-in-transaction", "shop.payment.PaymentClient.charge"));
    }

    private static final class Shop implements Application {
        @Override
        public Program start() throws IOException {
            return Program.java(List.of("-cp", ClassPath.withoutPlimsoll(), "shop.Doors"));
        }

        @Override
        public int port(Program program) {
            return program.output()
                    .first(line -> line.startsWith(OPEN)
                            ? Optional.of(Integer.valueOf(line.substring(OPEN.length())))
                            : Optional.empty());
        }

        @Override
        public List<String> steady() {
            return List.of("/broken/orders-page", "/mended/orders-page", "/broken/search", "/mended/search");
        }

        @Override
        public List<String> once() {
            return List.of(
                    "/broken/vendors-sales",
                    "/mended/vendors-sales",
                    "/broken/export-of-orders",
                    "/mended/export-of-orders",
                    "/broken/ageing-of-orders",
                    "/mended/ageing-of-orders",
                    "/broken/checkout",
                    "/mended/checkout",
                    "/broken/payment",
                    "/mended/payment");
        }
    }
}
