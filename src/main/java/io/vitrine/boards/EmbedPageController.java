package io.vitrine.boards;

import io.vitrine.accounts.Public;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The page of an embedded dashboard: the one page of the product, which for a link that holds may
 * stand in a frame of the hosts that the link names. Everything else stays out of frames.
 */
@Controller
class EmbedPageController {

  private static final String POLICY = "Content-Security-Policy";
  private static final String NOBODY = "frame-ancestors 'none'";

  private final Embeds embeds;

  EmbedPageController(Embeds embeds) {
    this.embeds = embeds;
  }

  @Public
  @GetMapping("/embed/{token}")
  String page(@PathVariable String token, HttpServletResponse response) {
    embeds.holding(token).ifPresent(embed -> letIn(embed.hosts(), response));
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
    return "forward:/index.html";
  }

  private static void letIn(Iterable<String> hosts, HttpServletResponse response) {
    String policy = response.getHeader(POLICY);
    if (policy == null || !policy.contains(NOBODY)) {
      throw new IllegalStateException("the page's policy says nothing about frames: " + policy);
    }
    response.setHeader(
        POLICY, policy.replace(NOBODY, "frame-ancestors " + String.join(" ", hosts)));
    // The older header knows no list of hosts; browsers that know the policy do not need it.
    response.setHeader("X-Frame-Options", null);
  }
}
