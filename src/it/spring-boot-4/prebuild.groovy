// The project of Spring Boot 3, on Spring Boot 4.
def source = new File(basedir, '../../../src/it/spring-boot-3/src')
org.codehaus.plexus.util.FileUtils.copyDirectoryStructure(source, new File(basedir, 'src'))
return true
