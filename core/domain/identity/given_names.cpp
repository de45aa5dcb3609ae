#include "core/domain/identity/given_names.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <vector>

namespace frontsheet {

namespace {

// Each row: a name, and what its bearers are also called. A short form may stand in several rows (Pat: Patricia,
// Patrick); it then goes with each of them, while they do not go with one another.
constexpr std::string_view kRows[] = {
    "abigail abbie abby gail",
    "adam ad",
    "agnes aggie nessie",
    "alan allan allen al",
    "albert al bert bertie",
    "alexander alec alex alick sandy sasha",
    "alexandra alex sandra alexa sandy",
    "alfred alf alfie fred",
    "alice ali allie",
    "alison ali ally",
    "amanda mandy",
    "andrew andy drew",
    "angela angie ange",
    "ann anne anna annie nan nancy hannah",
    "annette annie",
    "anthony antony tony",
    "antonia toni tonia",
    "archibald archie",
    "arnold arn arnie",
    "arthur art artie",
    "audrey aud",
    "barbara barb babs barbie bab",
    "bartholomew bart",
    "beatrice bea beattie trixie",
    "benjamin ben benny",
    "bernard bernie",
    "bertram bert bertie",
    "bridget bridie biddy bride brigid breda",
    "brenda bren",
    "brian bryan",
    "bronwen bron",
    "caroline carol carrie caro carolyn",
    "catherine katherine kathryn catharine cathryn katharine cathy kathy kath kate katie kay kitty cath katy cat",
    "kathleen cathleen kath kathy kate katie kay kitty kit",
    "cecil ces",
    "cecilia celia cissie",
    "charles charlie chas chuck charley",
    "charlotte lottie charlie lotte",
    "christine christina chris chrissie tina chrissy christian",
    "christopher chris kit topher",
    "clifford cliff",
    "clive cliff",
    "constance connie",
    "cornelius con neil",
    "cynthia cindy cyn",
    "cyril cy",
    "dafydd david dai dewi dave taffy davy",
    "daniel dan danny",
    "daphne daph",
    "deborah debra debbie deb",
    "dennis denis den denny",
    "derek derrick del",
    "desmond des",
    "diana diane di dianne",
    "donald don donnie",
    "doreen dor dory reenie",
    "doris dor dory dot",
    "dorothy dot dottie dolly dora thea dorothea",
    "douglas doug dougie",
    "edith edie ede eda",
    "edmund ed eddie ned ted",
    "edna eddie",
    "edward ed eddie ted ned teddy",
    "edwin ed eddie",
    "eileen aileen eily",
    "eleanor elinor ellie nell nellie nora lena leonora ellen",
    "elizabeth elisabeth liz lizzie beth betty bessie betsy eliza lisa libby elsie bet bette lilibet",
    "ellen nell nellie ellie nelly",
    "elsie else",
    "eluned lyn lynn",
    "emily em emmie millie",
    "emma em emmie",
    "emrys em",
    "enid en",
    "eric rick",
    "ernest ern ernie",
    "ethel eth",
    "eugene gene",
    "eunice una",
    "eva eve evie",
    "evelyn eve evie lyn",
    "ffion fi",
    "florence flo florrie flossie",
    "frances fran francie fanny frankie",
    "francis frank fran francie frankie",
    "frederick fred freddie freddy frederic",
    "gabriel gabe",
    "geoffrey jeffrey geoff jeff",
    "george georgie",
    "georgina georgie gina",
    "gerald gerry jerry ger",
    "gerard gerry jerry ger",
    "geraldine gerry ger",
    "gertrude gert gertie trudy",
    "gilbert gil bert",
    "gillian jill gill jillian",
    "gladys glad",
    "gordon gord",
    "graham graeme grahame",
    "gregory greg",
    "gunter gunther guenter guenther",
    "gwendoline gwendolen gwen gwenda wendy",
    "gwenllian gwen llian",
    "gwyneth gwen",
    "harold harry hal",
    "harriet hattie harrie",
    "harry henry hal",
    "heather heath",
    "helen nell nellie ellen helena lena",
    "henry harry hal hank",
    "herbert bert bertie herb",
    "hilda hildy",
    "horace horry",
    "howard howie",
    "hubert bert hugh",
    "hugh hughie huw hugo shug",
    "humphrey humph",
    "ian iain",
    "ibrahim ebrahim abraham",
    "ida ide",
    "irene rene renee irena reenie",
    "isabel isobel isabella isabelle bella belle ishbel izzy",
    "ivor ifor",
    "jacob jake",
    "jacqueline jackie jacqui jacky",
    "james jim jimmy jamie jem",
    "jane janie jenny",
    "janet jan jenny nettie",
    "janice jan janis",
    "jean jeanie jeannie jeanne",
    "jeremiah jerry",
    "jeremy jerry jez",
    "jennifer jen jenny jenni",
    "jessica jess jessie",
    "jessie jess jean janet",
    "joan joanie joanne joanna jo",
    "john jack johnny jon",
    "jonathan jon jonny johnathan",
    "joseph joe joey jo",
    "josephine jo josie",
    "joshua josh",
    "joyce joy",
    "judith judy jude judi",
    "julia julie",
    "kenneth ken kenny",
    "kevin kev",
    "laurence lawrence larry laurie lol",
    "leonard len lenny leo",
    "leslie lesley les",
    "lewis louis lou lew",
    "lilian lillian lil lily lilly",
    "llewelyn llewellyn llew lyn",
    "louisa louise lou",
    "lucy lucie lu",
    "lydia lyd",
    "mabel mab may",
    "madeleine maddie madeline",
    "malcolm mal malc",
    "margaret peggy peg meg maggie madge marge margie greta rita daisy mags megan margery mared",
    "margery marjorie marge margie marj",
    "maria mary marie ria",
    "marilyn lyn",
    "marion marian",
    "martha mattie",
    "martin marty martyn",
    "mary polly molly may mollie mamie moll mair mari maire",
    "matilda tilly mattie",
    "matthew matt",
    "maureen mo maurine reenie",
    "maurice morris mo",
    "mavis mave",
    "maxwell max",
    "michael mick mike micky mickey mikey",
    "mildred millie",
    "millicent millie",
    "minnie wilhelmina mina",
    "mohammed muhammad mohamed mohammad muhammed mohamad mohd md mo",
    "ahmed ahmad ahmet",
    "hussain hussein husain hossain",
    "hassan hasan",
    "ali aly",
    "aaliyah aliyah aliya",
    "muriel mew",
    "myfanwy fanw",
    "nathaniel nat nathan",
    "neil niall neal",
    "nicholas nick nicky nicolas",
    "nicola nicky nikki",
    "noel nowell",
    "noreen nora",
    "norman norm",
    "olive ollie",
    "oliver ollie noll",
    "olivia liv olive",
    "oluwaseun seun",
    "oswald ossie oz",
    "owain owen",
    "pamela pam pammie",
    "patricia pat patsy trish tricia patty paddy patti",
    "patrick pat paddy padraig patsy",
    "paul pauly",
    "pauline polly paula",
    "percival percy",
    "percy perce",
    "peter pete",
    "philip phillip phil pip",
    "phillipa philippa pip pippa",
    "phyllis phyl phil phylis",
    "priscilla cilla prissy",
    "prudence prue",
    "przemyslaw przemek",
    "queenie victoria",
    "rachel rae rachael",
    "raymond ray",
    "rebecca becky becca",
    "reginald reg reggie",
    "richard dick rick richie ricky rich dickie",
    "rita margarita",
    "robert bob rob bobby robbie bert robin bobbie",
    "roderick rod roddy",
    "rodney rod",
    "roger rodge",
    "roland rowland rollo rolly",
    "ronald ron ronnie",
    "rosalia rosa rose rosalie",
    "rosalind ros roz rose",
    "rose rosie rosa",
    "rosemary rose rosie romy",
    "roy leroy",
    "rupert bert",
    "ruth ruthie",
    "samantha sam",
    "samuel sam sammy",
    "sarah sara sally sadie",
    "sean shaun shawn shane",
    "sheila sheelagh shelagh sheela",
    "shirley shirl",
    "sian shan",
    "sidney sydney sid syd",
    "stanley stan",
    "stephen steven steve stephan stevie",
    "stuart stewart stu",
    "susan sue susie suzanne susanna suzie susannah",
    "sylvia syl silvia",
    "tadeusz tadek",
    "terence terrence terry tel terrance",
    "theodore ted theo",
    "theresa teresa terry tess tessa tracy",
    "thomas tom tommy twm",
    "timothy tim",
    "trevor trev",
    "ursula ursie",
    "valerie val",
    "vera vee",
    "vernon vern",
    "veronica ronnie vera",
    "victor vic",
    "victoria vicky vickie vicki tori",
    "vincent vince vin",
    "violet vi",
    "virginia ginny ginger",
    "vivian vivienne viv vivien",
    "walter wally walt wat",
    "wanda wandzia",
    "wilfred wilf fred wilfrid",
    "william bill will billy willie gwilym wil liam",
    "winifred win winnie freda winnifred",
    "winston win",
    "yvonne von",
    "zachary zac zack",
};

using RowNumbers = std::vector<std::size_t>;

const std::unordered_map<std::string_view, RowNumbers>& rowsByName() {
    static const auto kIndex = [] {
        std::unordered_map<std::string_view, RowNumbers> index;
        for (std::size_t row = 0; row < std::size(kRows); ++row) {
            std::string_view rest = kRows[row];
            while (!rest.empty()) {
                const auto end = rest.find(' ');
                index[rest.substr(0, end)].push_back(row);
                rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            }
        }
        return index;
    }();
    return kIndex;
}

bool isFirstOfARow(std::string_view name, const RowNumbers& rows) {
    return std::any_of(rows.begin(), rows.end(), [&](std::size_t row) {
        return kRows[row].starts_with(name) && kRows[row].substr(name.size()).starts_with(' ');
    });
}

GivenNames byTable(std::string_view a, std::string_view b) {
    const auto& index = rowsByName();
    const auto rowsA = index.find(a);
    const auto rowsB = index.find(b);
    if (rowsA == index.end() || rowsB == index.end() ||
        std::find_first_of(rowsA->second.begin(), rowsA->second.end(), rowsB->second.begin(), rowsB->second.end()) ==
            rowsA->second.end()) {
        return GivenNames::Different;
    }
    const bool firstA = isFirstOfARow(a, rowsA->second);
    const bool firstB = isFirstOfARow(b, rowsB->second);
    const bool isPlain = firstA != firstB && (firstA ? rowsB : rowsA)->second.size() == 1;
    return isPlain ? GivenNames::ShortForm : GivenNames::UsedForOneAnother;
}

} // namespace

bool atMostOneLetterOff(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > 1) {
        return false;
    }
    const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    if (a.size() < b.size()) {
        return a.substr(at) == b.substr(at + 1);
    }
    if (at == a.size() || a.substr(at + 1) == b.substr(at + 1)) {
        return true;
    }
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

GivenNames compareGivenNames(std::string_view a, std::string_view b) {
    if (a == b) {
        return GivenNames::Same;
    }
    if (const auto listed = byTable(a, b); listed != GivenNames::Different) {
        return listed;
    }
    if (a.empty() || b.empty()) {
        return GivenNames::Different;
    }
    if ((a.size() == 1 || b.size() == 1) && a.front() == b.front()) {
        return GivenNames::Initial;
    }
    if (std::min(a.size(), b.size()) >= 4 && atMostOneLetterOff(a, b)) {
        return GivenNames::OneLetterOff;
    }
    return GivenNames::Different;
}

} // namespace frontsheet
