// Makes a project of the README's snippets, as a reader would. The broken goal is the one that the
// README tells to try.
def readme = new File(basedir, '../../../README.md').getText('UTF-8')
def snippet = { language, beginning ->
    def matcher = readme =~ "(?s)```$language\n(\\Q$beginning\\E.*?)```"
    assert matcher.find() : "README.md has no $language snippet that begins with $beginning"
    matcher.group(1)
}

def pom = new File(basedir, 'pom.xml')
def dependencies = snippet('xml', '<dependencies>')
pom.setText(pom.getText('UTF-8').replace('<dependencies/>', dependencies), 'UTF-8')

assert readme.contains('Change the value to `a.learn-more`')
def first = snippet('java', 'import ')
def broken = first
    .replaceFirst(/value = "[^"]*"/, 'value = "a.learn-more"')
    .replaceFirst(/name = "[^"]*"/, 'name = "Learn more, broken"')
def verifyOnly = '@io.midagoal.MidaProject(mode = io.midagoal.config.Mode.VERIFY_ONLY)\n'
[FirstGoalTest: first,
 BrokenGoalTest: broken,
 FirstGoalVerifyOnlyTest: first.replace('class ', verifyOnly + 'class '),
 BrokenGoalVerifyOnlyTest: broken.replace('class ', verifyOnly + 'class ')].each { name, source ->
    new File(basedir, "src/test/java/${name}.java")
        .setText(source.replace('class FirstGoalTest', "class $name"), 'UTF-8')
}
return true
