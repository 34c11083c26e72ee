search-title = {{title}}
search-query = 名称或编号
search-query-hint = 填写一部分即可
search-button = 查询
entry-name = 名称
entry-number = 编号
trouble-text = 登记系统暂时没有响应，请再试一次。
entry-back = 继续查询
