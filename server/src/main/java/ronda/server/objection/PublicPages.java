package ronda.server.objection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import ronda.casework.objection.Objection;
import ronda.casework.objection.PublicCode;
import ronda.server.door.Open;
import ronda.server.objection.Hearing.Told;
import ronda.server.page.Fields;

/**
 * The public door. Whoever comes may be sixteen and afraid: one page, few fields, no name needed,
 * no script, nothing from elsewhere. No page says whether a code exists or what a case is about.
 */
@Controller
class PublicPages {
  private static final int LONGEST_CONTACT = 300;
  private static final String ANSWER = "/objection/answer";

  /** Where nobody who looks over a shoulder wonders. */
  private static final String ELSEWHERE = "https://id.wikipedia.org/";

  private final Hearing hearing;
  private final AnswerLetter letter;
  private final Crowding crowding;
  private final OfficeContacts offices;
  private final ReceiptCookie receipts;
  private final String publicUrl;

  PublicPages(
      Hearing hearing,
      AnswerLetter letter,
      Crowding crowding,
      OfficeContacts offices,
      ReceiptCookie receipts,
      @Value("${ronda.public-url:}") String publicUrl) {
    this.publicUrl = publicUrl;
    this.receipts = receipts;
    this.hearing = hearing;
    this.letter = letter;
    this.crowding = crowding;
    this.offices = offices;
  }

  @Open("whoever a case is about objects without a login")
  @GetMapping("/objection")
  String begin(@RequestParam(defaultValue = "") String code, Model model) {
    return form(code, model);
  }

  private String form(String code, Model model) {
    model.addAttribute("code", Fields.line(code));
    model.addAttribute("days", hearing.days());
    model.addAttribute("contactDays", hearing.contactDays());
    model.addAttribute("offices", offices.all());
    return "objection/form";
  }

  @Open("whoever a case is about objects without a login")
  @PostMapping("/objection")
  String raise(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String contact,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<PublicCode> typed = PublicCode.typed(code, PublicCode.OF_CASE);
    String said = Fields.lines(words, Objection.LONGEST_WORDS / 2);
    model.addAttribute("words", said);
    model.addAttribute("contact", Fields.line(contact));
    if (typed.isEmpty() || said.isBlank()) {
      model.addAttribute("wrong", typed.isEmpty() ? "code" : "words");
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return form(code, model);
    }
    Optional<Duration> wait = crowding.objection(typed.get(), request);
    if (wait.isPresent()) {
      model.addAttribute("wait", Crowding.tell(wait.get(), response));
      return form(code, model);
    }
    receipts.give(
        hearing.raise(typed.get(), said, Fields.line(contact, LONGEST_CONTACT)), response);
    return "redirect:" + ReceiptCookie.PLACE;
  }

  @Open("whoever just objected reads the receipt, in the same browser only")
  @GetMapping(ReceiptCookie.PLACE)
  String received(HttpServletRequest request, Model model) {
    Optional<Hearing.Receipt> receipt = receipts.read(request);
    receipt.ifPresent(known -> model.addAttribute("receipt", known));
    model.addAttribute("where", whereAnswered());
    return receipt.isPresent() ? "objection/received" : "redirect:" + ANSWER;
  }

  /**
   * The address at which the answer is read, to be typed elsewhere: the public one, and where
   * nobody said which that is, the one by which this browser came.
   */
  private String whereAnswered() {
    String house =
        publicUrl.isEmpty()
            ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
            : publicUrl;
    return house + ANSWER;
  }

  @Open("whoever noted the receipt lets the browser forget it")
  @PostMapping(ReceiptCookie.PLACE)
  String noted(HttpServletResponse response) {
    receipts.takeBack(response);
    return "redirect:" + ANSWER;
  }

  /**
   * Away from here, and the way back shows no receipt. Our pages let no form lead elsewhere: a page
   * without words leads on.
   */
  @Open("whoever must leave at once lets the browser forget the receipt")
  @PostMapping(ReceiptCookie.PLACE + "/leave")
  String leave(HttpServletResponse response) {
    receipts.takeBack(response);
    return "redirect:/objection/away";
  }

  @Open("whoever must leave at once is led elsewhere")
  @GetMapping("/objection/away")
  String away(HttpServletResponse response, Model model) {
    response.setHeader("Refresh", "0; url=" + ELSEWHERE);
    model.addAttribute("elsewhere", ELSEWHERE);
    return "objection/away";
  }

  @Open("whoever objected reads the answer with the receipt")
  @GetMapping(ANSWER)
  String look() {
    return "objection/look";
  }

  @Open("whoever objected reads the answer with the receipt")
  @PostMapping(ANSWER)
  String answer(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String secret,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("number", Fields.line(number));
    Optional<Duration> wait = crowding.look(request);
    if (wait.isPresent()) {
      model.addAttribute("secret", Fields.line(secret));
      model.addAttribute("wait", Crowding.tell(wait.get(), response));
      return "objection/look";
    }
    Optional<Told> told = told(number, secret);
    if (told.isEmpty()) {
      model.addAttribute("wrong", true);
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return "objection/look";
    }
    crowding.wasRight(request);
    model.addAttribute("secret", Fields.line(secret));
    switch (told.get()) {
      case Told.Waiting waiting -> model.addAttribute("waiting", waiting);
      case Told.NoCase none -> model.addAttribute("noCase", true);
      case Told.Decided decided -> {
        model.addAttribute("decided", decided.objection());
        model.addAttribute("reached", decided.reached());
        model.addAttribute("destroyed", decided.destroyed().orElse(null));
      }
    }
    return "objection/answer";
  }

  private Optional<Told> told(String number, String secret) {
    return PublicCode.typed(number, PublicCode.OF_RECEIPT)
        .flatMap(
            receipt ->
                PublicCode.typed(secret, PublicCode.OF_SECRET)
                    .flatMap(word -> hearing.answer(receipt, word)));
  }

  @Open("whoever objected takes the answer along as a letter")
  @PostMapping(ANSWER + ".pdf")
  ResponseEntity<byte[]> letter(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String secret,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Duration> wait = crowding.look(request);
    if (wait.isPresent()) {
      Crowding.tell(wait.get(), response);
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    if (told(number, secret).orElse(null) instanceof Told.Decided decided) {
      crowding.wasRight(request);
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_PDF)
          .header("Content-Disposition", "attachment; filename=\"jawaban-keberatan.pdf\"")
          .body(letter.pdf(decided));
    }
    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
