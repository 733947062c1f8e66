package org.openr1.verify.choice;

import java.util.List;
import java.util.Set;

/**
 * The words by which texts state a choice, all languages together and in lower case. Words of
 * scripts without spaces are in the lists {@code *_PHRASES}, single characters of them in the sets.
 */
final class Vocabulary {
  private Vocabulary() {}

  /** What a choice may be called when it is announced: "the answer is", "Label:". */
  static final Set<String> NOUNS =
      words(
          """
          answer answers ans answ choice option selection solution decision conclusion label verdict
          prediction response pick guess judgment judgement letter alternative final_answer
          exception antwort lösung auswahl réponse reponse choix respuesta opción opcion elección resposta
          opção alternativa letra gabarito risposta opzione scelta antwoord keuze svar svaret
          odpowiedź odpowiedz odpověď odpoveď odgovor válasz răspuns răspunsul raspuns vastaus
          απάντηση ответ вариант відповідь отговор cevap yanıt án lời jawaban jawabannya उत्तर
          الإجابة الجواب إجابة תשובה התשובה คำตอบ คำตอบคือ คำตอบที่ถูกต้องคือ ตอบ 정답은 답은 정답 답 답변
          پاسخ جواب گزینه jibu উত্তর ìdáhùn idahun సమాధానం பதில் विकल्प erantzuna
          """);

  static final List<String> NOUN_PHRASES =
      List.of("答案", "答え", "正解", "正答", "解答", "回答", "选项", "選項", "選択肢");

  /** Nouns of languages whose sentence has the choice right behind the noun: "정답은 B". */
  static final Set<String> DIRECT_NOUNS =
      words(
          "ответ відповідь отговор cevap yanıt उत्तर 정답은 답은 정답 답 คำตอบคือ คำตอบที่ถูกต้องคือ ตอบ"
              + " پاسخ উত্তর");

  /** What a choice is called when it is named: "option B". */
  static final Set<String> NAMERS =
      words(
          """
          option choice answer statement letter alternative item réponse reponse choix proposition
          antwort aussage opción opcion respuesta opção alternativa resposta letra opzione risposta
          optie antwoord вариант ответ seçenek şık opsi pilihan विकल्प الخيار 선택지 보기 项 項 肢
          """);

  static final Set<String> COPULAS =
      words(
          """
          is are be was were 's 'est equals remains becomes est sera serait soit ist lautet wäre sei es
          sería seria son será é è sarà sarebbe ni হল হলো হচ্ছে است er är blir to je jest są este on είναι это является
          là adalah ialah yaitu हैं है هي هو הוא היא คือ 是 为 為 は が 가 이 选 選 係
          """);

  /** Words that end a list of nouns in front of the choice without changing what is said. */
  static final Set<String> FILLERS =
      words(
          """
          the option choice answer letter statement alternative item number clearly definitely
          certainly surely probably likely most very for sure therefore thus hence so then indeed
          simply obviously exactly precisely actually really just only still again now here finally
          ultimately without any a doubt question in my opinion view i think believe would say must
          should will has have to be is it 's this that as follows following given by namely final
          correct right best true one labeled labelled which corresponds
          la le les el los die der das den o l'option donc clairement certainement sans doute bien
          réponse option also daher somit folglich eindeutig antwort opción opcion respuesta
          claramente por tanto entonces opção alternativa letra portanto logo opzione lettera quindi
          dunque dus оптион вариант поэтому именно буква под буквой lựa chọn đáp án pilihan opsi
          الخيار विकल्प 选 選 项 項 应 應 该 該 择 擇 肢 为 為 是
          """);

  /** Only of words as choices: "a clear yes". */
  static final Set<String> ARTICLES =
      words("a an clear definite definitive cautious firm tentative");

  /** Words that may follow a letter which could also be the article or the pronoun. */
  static final Set<String> CONNECTORS =
      words(
          """
          because since as for due given which where with by is was not rather instead and or but i
          it this that the if from based according while whereas so hence therefore however though
          although it's in on
          weil da denn mit nicht car parce puisque avec pas est ist porque pues ya ya que es pois é
          já perché poiché è perciò omdat want bo ponieważ protože çünkü потому так поскольку vì
          karena क्योंकि है
          """);

  /** Behind a choice: the statement is complete, a reason follows. */
  static final Set<String> REASONS =
      words(
          """
          because since due rather instead not but although though weil denn nicht car parce puisque
          porque pues pois perché poiché omdat want bo ponieważ protože çünkü потому поскольку vì
          karena क्योंकि です 입니다 이다 है ।
          """);

  /** Between two statements: the second one replaces the first. */
  static final Set<String> REVISE =
      words(
          "now final finally instead but however then so therefore thus hence reflection"
              + " conclusion");

  /** Between two choices of a list. */
  static final Set<String> JOINERS =
      words(
          """
          , ; / & + and or und oder et ou y o e u og och of i lub и или ve veya và hoặc dan atau
          nor 和 或 与 與 及 、 と か 또는 와 과 || plus
          """);

  /** Joiners behind which a second choice makes the text undecided, whatever comes after it. */
  static final Set<String> OR = words("or oder ou o lub или veya hoặc atau 或 か 또는 / ||");

  /** Besides joiners between two choices of a list. */
  static final Set<String> HEDGES = words("possibly perhaps maybe probably also even else - —");

  /** Behind a comma: the sentence may still say another thing about the letter. */
  static final Set<String> OPEN_ENDED = words("the if i");

  /** Directly in front of the choices: several are named. */
  static final Set<String> SEVERAL =
      words("either both between entweder zwischen soit entre entweder tra between beide");

  /** In the place of the choice: none is named. */
  static final Set<String> NONE =
      words(
          """
          none neither nothing unknown unclear undetermined undecided indeterminate keine aucune
          aucun ninguna ninguno nenhuma nessuna 无 無
          """);

  /** What takes back or denies. */
  static final Set<String> NEGATIVE =
      words(
          """
          not 't no never neither nor cannot wrong incorrect false trap mistake mistaken mistakes error
          invalid inconsistent contradicts contradict contradicted excluded exclude excludes
          eliminated eliminate eliminates ruled rules fails fail failed unlike except impossible
          implausible unlikely compare compares compared comparing consider considering examine
          evaluate evaluating differs different than versus vs tempting distractor rejected reject
          falsch nicht kein faux fausse pas incorrecta incorrecto incorreta errada sbagliata non
          不 非 错 錯 誤 неверно не
          """);

  /** In front of "the answer is": nothing is stated. */
  static final Set<String> HYPOTHETICAL =
      words(
          """
          if whether thought suppose supposing assume assumed assuming unless guessed imagine
          pretend say doubt considered believed expected wenn ob si se nếu если 如果 若
          """);

  /** Adjectives that make "the ... answer" another than the one stated. */
  static final Set<String> OTHER_ANSWER =
      words(
          """
          wrong incorrect false worst bad initial previous first earlier tempting common other
          second-best runner-up falsche mauvaise incorrecta errada 错误
          """);

  /** Words of the phrase in front of the noun. */
  static final Set<String> DETERMINERS =
      words(
          """
          the a an my our your final correct right best true only single most likely appropriate
          suitable plausible accurate overall that its this chosen selected proper
          la le l' bonne meilleure die der das richtige korrekte beste el correcta final certa
          corretta giusta правильный верный doğru 正 确 確 的 终 最 終
          """);

  static final Set<String> POSITIVE =
      words(
          """
          correct right best answer winner richtig korrekt zutreffend richtige korrekte correct
          correcte bonne juste correcta correcto corretta correta certa giusta juist poprawna
          верно правильный правильно верный doğru đúng benar सही صحيح الصحيحة সঠিক sahihi 정답이다 맞다 正 对 對 정답입니다 ✓ ✔ ✅
          """);

  /** Of the last sentence: it tells that something fits the choice named. */
  static final Set<String> FITTING =
      words(
          """
          is be are 's match matches matching fit fits correspond corresponds agrees agree gives
          choose select pick supports points equals est ist es é è
          """);

  /** Of the last sentence, when it is complete. */
  static final Set<String> PRAISE = words("correct best right accurate answer");

  static final Set<String> CHOOSE =
      words(
          """
          choose choosing chose pick picking select selecting go going opt opting vote settle settled
          lean leaning
          choisis choisir choisissons wähle wählen elijo elegimos escojo escolho escolhemos scelgo
          scegliamo kies wybieram выбираю выбираем chọn pilih
          """);

  static final List<String> CHOOSE_PHRASES = List.of("选", "選", "而是");

  static final Set<String> CONCLUDE =
      words(
          """
          so thus therefore hence consequently accordingly conclusion overall ultimately ergo summary
          donc ainsi conséquent daher somit folglich deshalb tanto entonces portanto logo assim
          quindi dunque perciò dus więc поэтому следовательно итак jadi maka ⇒ 故 따라서
          """);

  static final List<String> CONCLUDE_PHRASES = List.of("所以", "因此", "综上", "綜上", "よって", "従って");

  /** At the start of a sentence: what was said before is taken back. */
  static final Set<String> RETRACT =
      words("wait hmm actually correction scratch oops sorry reflection");

  /** Between such a word and the new choice. */
  static final Set<String> RETRACT_FILLERS =
      words(
          """
          , : - — ; . ! no that it is 's should must be i mean rather make on second thought thoughts
          reconsider reconsidering wait hmm actually correction sorry the answer option choice
          """);

  static final Set<String> OPERATORS = words("= + ^ < > * % ~ ≈ ≠ ≤ ≥ × · ÷ ° # @ \\ ∈ ∝ ± → _");

  static final Set<String> TAGS =
      words("answer final_answer finalanswer final-answer ans choice final");

  static final Set<String> JSON_KEYS =
      words(
          """
          answer final_answer finalanswer correct_answer answer_choice answer_letter choice
          final_choice correct_choice correct_option selected_option option selection prediction label
          final_decision decision response ans final_label selected_answer chosen_option
          """);

  private static Set<String> words(String list) {
    return Set.copyOf(List.of(list.strip().split("\\s+")));
  }
}
