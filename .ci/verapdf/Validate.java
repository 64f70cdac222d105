import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates files with veraPDF: {@code Validate 2a,ua1 file…}.
 *
 * Prints one line of JSON for each file and flavour, then a line of totals.
 * Exit code 0 when all comply, 1 when one does not, 2 when it could not be tried.
 */
public final class Validate {
  private static final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] args) {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    int failed = 0;
    int checks = 0;
    int files = args.length - 1;
    String[] flavours = args[0].split(",");
    for (int at = 1; at < args.length; at++) {
      for (String flavour : flavours) {
        Verdict verdict = validate(new File(args[at]), flavour);
        out.println(verdict.json(args[at], flavour));
        checks += verdict.checks;
        if (!verdict.rules.isEmpty()) failed++;
      }
    }
    out.printf(
        "{\"files\":%d,\"flavours\":%s,\"checks\":%d,\"failed\":%d}%n",
        files, quoted(String.join(" ", flavours)), checks, failed);
    System.exit(failed == 0 ? 0 : 1);
  }

  /** What was found in one file: rules that failed, as JSON objects. */
  private static final class Verdict {
    final List<String> rules = new ArrayList<>();
    int checks = 0;

    String json(String file, String flavour) {
      return String.format(
          "{\"file\":%s,\"flavour\":%s,\"compliant\":%b,\"checks\":%d,\"rules\":[%s]}",
          quoted(file), quoted(flavour), rules.isEmpty(), checks, String.join(",", rules));
    }
  }

  private static Verdict validate(File file, String id) {
    Verdict verdict = new Verdict();
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      verdict.checks = result.getTotalAssertions();
      Map<String, TestAssertion> first = new TreeMap<>();
      Map<String, Integer> counts = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        first.putIfAbsent(rule, assertion);
        counts.merge(rule, 1, Integer::sum);
      }
      first.forEach((rule, assertion) -> verdict.rules.add(described(rule, assertion, counts.get(rule))));
      if (!result.isCompliant() && first.isEmpty()) verdict.rules.add(unknown("not compliant"));
    } catch (Exception error) {
      verdict.rules.add(unknown(String.valueOf(error)));
    }
    return verdict;
  }

  private static String described(String rule, TestAssertion assertion, int count) {
    return String.format(
        "{\"rule\":%s,\"count\":%d,\"message\":%s,\"place\":%s}",
        quoted(rule), count, quoted(assertion.getMessage()),
        quoted(assertion.getLocation().getContext()));
  }

  private static String unknown(String message) {
    return String.format("{\"rule\":\"unread\",\"count\":1,\"message\":%s}", quoted(message));
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char sign : text.toCharArray()) {
      if (sign == '"' || sign == '\\') json.append('\\').append(sign);
      else if (sign < 0x20) json.append(String.format("\\u%04x", (int) sign));
      else json.append(sign);
    }
    return json.append('"').toString();
  }
}
