#include "app/agency_server/verbs/verb.h"

#include <sys/stat.h>

int main(int argc, char** argv) {
    ::umask(0077); // ledgers, their logs and reports are nobody else's to read
    const frontsheet::SystemClock clock;
    frontsheet::SystemIdSource ids;
    frontsheet::VerbContext context{clock, ids};
    return frontsheet::runProgram({argv + 1, argv + argc}, context);
}
