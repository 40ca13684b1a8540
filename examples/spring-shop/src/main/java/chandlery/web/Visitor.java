package chandlery.web;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is in the shop: says a number at the door, and is believed. */
@Controller
@ControllerAdvice
public class Visitor {
    /** The attribute of the session that holds the customer's number. */
    public static final String CUSTOMER = "customer";

    @GetMapping("/")
    String door() {
        return "door";
    }

    @PostMapping("/sign-in")
    String signIn(@RequestParam long customer, HttpSession session) {
        session.setAttribute(CUSTOMER, customer);
        return "redirect:/orders";
    }

    /** Whoever has not said it yet. */
    @ExceptionHandler(ServletRequestBindingException.class)
    String unknown() {
        return "redirect:/";
    }
}
