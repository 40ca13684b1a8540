package lending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The program: serves the requests of its standard input, one a line, until that ends. Each answer is one line. */
public final class Lending {
    private Lending() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Library library = Library.open()) {
            Desk desk = library.desk();
            System.out.println("The library is open");
            for (String request = requests.readLine(); request != null; request = requests.readLine()) {
                System.out.println(desk.serve(request));
            }
        }
    }
}
