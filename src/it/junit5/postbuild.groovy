// The README's goal matches, and the broken one fails its test and says what to do.
def expectedJUnit = binding.hasVariable('usedJUnit') ? usedJUnit : junitVersion
def require = { test, text ->
    def report = new File(basedir, "target/surefire-reports/TEST-${test}.xml").getText('UTF-8')
    if (!report.contains(text)) {
        throw new IllegalStateException("The report of $test lacks: $text")
    }
}
['', 'VerifyOnly'].each { mode ->
    require("FirstGoal${mode}Test", 'tests="1" errors="0" skipped="0" failures="0"')
    require("BrokenGoal${mode}Test", 'tests="1" errors="0" skipped="0" failures="1"')
    require("BrokenGoal${mode}Test", 'is BROKEN (no-match)')
    require("BrokenGoal${mode}Test", 'Next step:')
}
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('midagoal is in mode embedded') && log.contains('midagoal is in mode verify-only')
require('FirstGoalTest', "junit-jupiter-api-${expectedJUnit}.jar")
return true
