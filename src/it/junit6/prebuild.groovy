// The project of JUnit 5 with another version of JUnit.
def junit5 = new File(basedir, '../../../src/it/junit5')
org.codehaus.plexus.util.FileUtils.copyDirectoryStructure(new File(junit5, 'src'), new File(basedir, 'src'))
evaluate(new File(junit5, 'prebuild.groovy'))

def pom = new File(basedir, 'pom.xml')
def text = pom.getText('UTF-8')
assert text.contains(junitVersion)
pom.setText(text.replace(junitVersion, junit6Version), 'UTF-8')
return true
